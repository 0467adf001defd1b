package org.ostiary.it.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The system's Chromium, started once for the test run, with a fresh profile for each test. */
final class Chromium implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback {
    private static final int PATIENCE = 30_000;

    private @Nullable Browser browser;
    private @Nullable BrowserContext profile;

    @Override
    public void beforeAll(ExtensionContext context) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        browser = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Chromium.class))
                .getOrComputeIfAbsent(Installed.class, key -> new Installed(), Installed.class)
                .browser();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        profile = open(new Browser.NewContextOptions());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (profile != null) {
            profile.close();
        }
    }

    /** A tab in the test's own profile. */
    Page tab() {
        return Objects.requireNonNull(profile, "no test is running").newPage();
    }

    /** A tab of a person who switched scripts off. */
    Page tabWithoutScripts() {
        return change(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    }

    /** A tab of a person who prefers dark colours. */
    Page darkTab() {
        return change(new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK));
    }

    /** A tab as narrow as WCAG 2.2, success criterion 1.4.10, asks: 320 CSS pixels. */
    Page narrowTab() {
        return change(new Browser.NewContextOptions().setViewportSize(320, 640));
    }

    /** A tab of a person whose browser speaks this language. */
    Page tabIn(String language) {
        return change(new Browser.NewContextOptions().setLocale(language));
    }

    /** The same with scripts switched off. */
    Page tabWithoutScriptsIn(String language) {
        return change(new Browser.NewContextOptions().setLocale(language).setJavaScriptEnabled(false));
    }

    private Page change(Browser.NewContextOptions options) {
        BrowserContext previous = profile;
        if (previous != null) {
            previous.close();
        }
        profile = open(options);
        return profile.newPage();
    }

    private BrowserContext open(Browser.NewContextOptions options) {
        if (options.locale == null) {
            options.setLocale("en-GB");
        }
        BrowserContext context = Objects.requireNonNull(browser, "not started").newContext(options);
        context.setDefaultTimeout(PATIENCE);
        return context;
    }

    /** The browser process; JUnit closes it after the last test class. */
    private static final class Installed implements AutoCloseable {
        private final Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        private final Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("ostiary.chromium", "/usr/bin/chromium")))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run")));

        Browser browser() {
            return browser;
        }

        @Override
        public void close() {
            playwright.close();
        }
    }
}
