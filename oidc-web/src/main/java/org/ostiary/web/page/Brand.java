package org.ostiary.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.config.Accent;
import org.ostiary.ejb.config.LogoFile;
import org.ostiary.ejb.config.PageSettings;
import org.ostiary.ejb.config.ProviderConfig;

/** What an operator's pages have that others have not: a logo, colours, links. Read once. */
@Named
@ApplicationScoped
public class Brand {

    static final String LOGO = "/assets/logo";
    static final String COLOURS = "/assets/colours.css";

    private final PageSettings settings;
    private final Site site;
    private final @Nullable LogoFile logo;
    private final String colours;

    /** For CDI, and for pages of nobody in particular. */
    public Brand() {
        this(PageSettings.STANDARD, new Site("", "", "", "", ""));
    }

    @Inject
    Brand(ProviderConfig config, Site site) {
        this(config.pages(), site);
    }

    /** Of these settings. */
    public Brand(PageSettings settings, Site site) {
        this.settings = settings;
        this.site = site;
        this.logo = read(settings.logo());
        this.colours = colours(settings);
    }

    private static @Nullable LogoFile read(@Nullable Path file) {
        try {
            return file == null ? null : LogoFile.read(file);
        } catch (IOException e) {
            // It was there when the configuration was judged.
            throw new UncheckedIOException(e);
        }
    }

    private static String colours(PageSettings settings) {
        return block(settings.light(), ":root {%n  --accent: %s;%n  --accent-deep: %s;%n}%n")
                + block(
                        settings.dark(),
                        "@media (prefers-color-scheme: dark) {%n:root {%n  --accent: %s;%n  --accent-deep: %s;%n}%n}%n");
    }

    private static String block(@Nullable Accent accent, String styles) {
        return accent == null
                ? ""
                : styles.formatted(accent.colour().text(), accent.deeper().text());
    }

    /** The path of the logo, with its version; null for none. */
    public @Nullable String logo() {
        return logo == null ? null : site.path(LOGO + Asset.version(logo.content()));
    }

    /** The path of the style sheet with the operator's colours, with its version; null for none. */
    public @Nullable String colours() {
        return colours.isEmpty() ? null : site.path(COLOURS + Asset.version(sheet()));
    }

    /** What stands below each page. */
    public List<BrandLink> links() {
        return Stream.of(
                        BrandLink.of("brand.support", settings.support()),
                        BrandLink.of("brand.privacy", settings.privacy()),
                        BrandLink.of("brand.terms", settings.terms()))
                .flatMap(List::stream)
                .toList();
    }

    @Nullable
    LogoFile picture() {
        return logo;
    }

    byte[] sheet() {
        return colours.getBytes(StandardCharsets.UTF_8);
    }
}
