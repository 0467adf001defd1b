package org.ostiary.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.it.browser.Pages.open;

import com.microsoft.playwright.Page;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.ServerSettings;
import org.ostiary.it.server.Servers;
import org.ostiary.it.server.TestClients;

/** An operator's name, logo, colours, links and words, by configuration alone. */
class BrandIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @TempDir
    static Path files;

    private static OstiaryServer server;

    @BeforeAll
    static void start() throws IOException {
        BufferedImage picture = new BufferedImage(160, 80, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(new Color(0x7a, 0x1f, 0x5c));
        pen.fillRect(0, 0, 160, 80);
        pen.dispose();
        Path logo = files.resolve("logo.png");
        ImageIO.write(picture, "png", logo.toFile());
        Path texts =
                Files.writeString(files.resolve("texts.properties"), "login.title=Welcome to Example\nno.such.key=x\n");
        Files.writeString(files.resolve("texts_ar.properties"), "login.title=مرحبًا بكم\n");
        server = Servers.fresh(
                Flavour.MICRO_H2,
                ServerSettings.standard()
                        .with("oidc.pages.name", "Example <b>ID</b>")
                        .with("oidc.pages.logo", logo.toString())
                        .with("oidc.pages.accent", "#7a1f5c")
                        .with("oidc.pages.accent-dark", "#f2a6d8")
                        .with("oidc.pages.support", "help@example.org")
                        .with("oidc.pages.privacy", "https://example.org/privacy")
                        .with("oidc.pages.terms", "https://example.org/terms")
                        .with("oidc.pages.texts", texts.toString()));
        server.start();
    }

    @Test
    @DisplayName("Pages wear the operator's clothes, also when they tell of an error, by day and by night")
    void wearsTheOperatorsClothes() {
        looksRight(CHROMIUM.tab(), "light", "rgb(122, 31, 92)");
        looksRight(CHROMIUM.darkTab(), "dark", "rgb(242, 166, 216)");
    }

    private void looksRight(Page page, String colours, String accent) {
        RelyingParty application = new RelyingParty(server, TestClients.EXPLICIT_CONSENT);
        open(page, server, application.validRequest());
        dressed(page);
        assertThat(page.locator("h1")).hasText("Welcome to Example");
        assertThat(page.evaluate("getComputedStyle(document.getElementById('login-submit')).backgroundColor"))
                .isEqualTo(accent);
        Accessibility.assertNothingFound(page, "own login, " + colours);
        Screenshots.take(page, "brand-" + colours);

        open(page, server, application.validRequest().with("redirect_uri", "https://unknown.test/cb"));
        dressed(page);
        Accessibility.assertNothingFound(page, "own error, " + colours);

        open(page, server, application.validRequest().with("ui_locales", "ar"));
        assertThat(page.locator("h1")).hasText("مرحبًا بكم");
        assertThat(page.locator("#brand-privacy")).hasText("الخصوصية");
        Screenshots.take(page, "brand-ar-" + colours);

        open(page, server, application.validRequest().with("display", "popup"));
        assertThat(page.locator("footer")).isHidden();
    }

    private static void dressed(Page page) {
        assertThat(page.locator("header.site")).hasText("Example <b>ID</b>");
        assertThat(page.evaluate("document.querySelector('header img').naturalWidth"))
                .isEqualTo(160);
        assertThat(page.locator("#brand-support")).hasAttribute("href", "mailto:help@example.org");
        assertThat(page.locator("#brand-privacy")).hasAttribute("href", "https://example.org/privacy");
        assertThat(page.locator("#brand-terms")).hasAttribute("href", "https://example.org/terms");
    }
}
