package org.ostiary.web.error;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import org.ostiary.ejb.protocol.authorize.Display;
import org.ostiary.web.page.Brand;
import org.ostiary.web.page.Reader;
import org.ostiary.web.page.Site;
import org.ostiary.web.page.Texts;

/**
 * The page a person sees when something went wrong: what happened, what to do, and the id under which the operator finds
 * it. A complete document, written without Faces, so that it can be shown when Faces is what failed.
 */
@ApplicationScoped
public class ErrorPage {
    private final Reader reader = new Reader();
    private final Site site;
    private final Brand brand;

    /** For CDI. */
    protected ErrorPage() {
        this(new Site("", "", "", "", ""), new Brand());
    }

    /** A page that looks like the others of this site. */
    @Inject
    public ErrorPage(Site site, Brand brand) {
        this.site = site;
        this.brand = brand;
    }

    /**
     * Writes the page. Everything is escaped here; the callers see to it that no text comes from the request.
     *
     * @param requestId the id that the answer's {@code X-Request-Id} header carries
     * @return an HTML document, to be sent as UTF-8
     */
    String html(Problem problem, String requestId) {
        Link startAgain = problem.startAgain();
        return """
                <!DOCTYPE html>
                <html lang="%s" dir="%s">
                <head>
                <meta charset="utf-8">
                <title>%s – %s</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta name="robots" content="noindex">
                <link rel="stylesheet" href="%s">
                %s\
                <link rel="icon" type="image/svg+xml" href="%s">
                </head>
                <body data-status="%d" data-display="%s">
                %s<main class="card">
                <h1>%3$s</h1>
                <p class="lead" id="error-message">%s</p>
                %s<p class="reference">%s <code id="request-id">%s</code></p>
                </main>
                %s\
                </body>
                </html>
                """.formatted(
                        reader.tag(),
                        reader.direction(),
                        Html.escaped(problem.title()),
                        Html.escaped(site.name()),
                        Html.escaped(problem.display() == Display.WAP ? site.plainStylesheet() : site.stylesheet()),
                        problem.display() == Display.WAP ? "" : colours(),
                        Html.escaped(site.icon()),
                        problem.status(),
                        problem.display().value(),
                        problem.display() == Display.POPUP ? "" : header(),
                        Html.escaped(problem.message()),
                        startAgain == null ? "" : paragraph(startAgain),
                        Html.escaped(Texts.text("reference")),
                        Html.escaped(requestId),
                        problem.display() == Display.POPUP ? "" : footer());
    }

    private String colours() {
        String colours = brand.colours();
        return colours == null ? "" : "<link rel=\"stylesheet\" href=\"%s\">\n".formatted(Html.escaped(colours));
    }

    private String header() {
        String logo = brand.logo();
        String name = "<bdi>" + Html.escaped(site.name()) + "</bdi>";
        String sign = logo == null
                ? "<p>" + name
                : "<p class=\"branded\"><img src=\"%s\" alt=\"\" height=\"40\">".formatted(Html.escaped(logo)) + name;
        return "<header class=\"site\">" + sign + "</p></header>\n";
    }

    private String footer() {
        String links = brand.links().stream()
                .map(link -> "<a id=\"%s\" href=\"%s\">%s</a>"
                        .formatted(link.id(), Html.escaped(link.href()), Html.escaped(link.text())))
                .collect(Collectors.joining(" "));
        return links.isEmpty() ? "" : "<footer class=\"site\"><p>" + links + "</p></footer>\n";
    }

    private static String paragraph(Link link) {
        return "<p><a id=\"start-again\" class=\"button\" href=\"%s\">%s</a></p>\n"
                .formatted(Html.escaped(link.href()), Html.escaped(link.text()));
    }
}
