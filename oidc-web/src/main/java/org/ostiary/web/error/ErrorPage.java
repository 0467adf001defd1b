package org.ostiary.web.error;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.ostiary.web.page.Site;
import org.ostiary.web.page.Texts;

/**
 * The page a person sees when something went wrong: what happened, what to do, and the id under which the operator finds
 * it. A complete document, written without Faces, so that it can be shown when Faces is what failed.
 */
@ApplicationScoped
public class ErrorPage {
    private final Site site;

    /** For CDI. */
    protected ErrorPage() {
        this(new Site("", "", ""));
    }

    /** A page that looks like the others of this site. */
    @Inject
    public ErrorPage(Site site) {
        this.site = site;
    }

    /**
     * Writes the page. Everything is escaped here; the callers see to it that no text comes from the request.
     *
     * @param status the HTTP status, for the page's title only
     * @param title what happened, in a few words
     * @param message why, and what to do about it, in a sentence or two
     * @param requestId the id that the answer's {@code X-Request-Id} header carries
     * @param startAgain where to go from here, if anywhere
     * @return an HTML document, to be sent as UTF-8
     */
    public String html(int status, String title, String message, String requestId, @Nullable Link startAgain) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <title>%s – %s</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta name="robots" content="noindex">
                <link rel="stylesheet" href="%s">
                <link rel="icon" type="image/svg+xml" href="%s">
                </head>
                <body data-status="%d">
                <header class="site"><p>%2$s</p></header>
                <main class="card">
                <h1>%1$s</h1>
                <p class="lead" id="error-message">%s</p>
                %s<p class="reference">%s <code id="request-id">%s</code></p>
                </main>
                </body>
                </html>
                """.formatted(
                        Html.escaped(title),
                        Html.escaped(site.name()),
                        Html.escaped(site.stylesheet()),
                        Html.escaped(site.icon()),
                        status,
                        Html.escaped(message),
                        startAgain == null ? "" : paragraph(startAgain),
                        Html.escaped(Texts.text("reference")),
                        Html.escaped(requestId));
    }

    private static String paragraph(Link link) {
        return "<p><a id=\"start-again\" class=\"button\" href=\"%s\">%s</a></p>\n"
                .formatted(Html.escaped(link.href()), Html.escaped(link.text()));
    }
}
