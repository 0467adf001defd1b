package org.ostiary.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.net.URI;
import java.util.Objects;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.protocol.Issuer;

/**
 * What all pages say and link alike, read once. The name is the operator's, else the issuer's authority as people see it
 * in the address bar, from configuration and not from the Host header.
 */
@Named
@ApplicationScoped
public class Site {
    private final String name;
    private final String root;
    private final String stylesheet;
    private final String plainStylesheet;
    private final String script;

    /** For CDI. */
    protected Site() {
        this("", "", "", "", "");
    }

    @Inject
    Site(ProviderConfig config, ServletContext context) {
        this(
                Objects.requireNonNullElseGet(config.pages().name(), () -> authority(config.issuer())),
                config.issuer().path(),
                Asset.styles(context),
                Asset.plainStyles(context),
                Asset.script(context));
    }

    /**
     * @param name what the pages call this server, for example {@code id.example.org}
     * @param root the path of the issuer, {@code ""} or for example {@code "/id"}
     * @param stylesheet the path of the style sheet below the root, with its version
     * @param plainStylesheet the same of the one for display=wap
     * @param script the same of the script for security keys
     */
    public Site(String name, String root, String stylesheet, String plainStylesheet, String script) {
        this.name = name;
        this.root = root;
        this.stylesheet = stylesheet;
        this.plainStylesheet = plainStylesheet;
        this.script = script;
    }

    /** What the pages call this server. */
    public String name() {
        return name;
    }

    /** The path of the start page. */
    public String home() {
        return root + "/";
    }

    /** The path of the style sheet; it changes with the content, so browsers may keep it for good. */
    public String stylesheet() {
        return root + stylesheet;
    }

    /** The path of the few styles for small old browsers (OIDC Core 1.0, section 3.1.2.1, display=wap). */
    public String plainStylesheet() {
        return root + plainStylesheet;
    }

    /** The path of the script for security keys; it changes with the content, too. */
    public String script() {
        return root + script;
    }

    /** The path of the icon. */
    public String icon() {
        return root + "/assets/favicon.svg";
    }

    /**
     * The path of something on this server.
     *
     * @param fromRoot begins with a slash
     */
    public String path(String fromRoot) {
        return root + fromRoot;
    }

    /**
     * The same for a page that goes on in the language of the page in hand, where nothing stored says which one that is.
     *
     * @param fromRoot begins with a slash and has no query
     */
    public String onward(String fromRoot) {
        return path(fromRoot) + "?ui_locales=" + Reader.language().tag();
    }

    /**
     * The path as seen from the issuer.
     *
     * @param path with or without the issuer's own path before it
     */
    public String withoutRoot(String path) {
        return path.startsWith(root + "/") ? path.substring(root.length()) : path;
    }

    private static String authority(Issuer issuer) {
        return URI.create(issuer.value()).getAuthority();
    }
}
