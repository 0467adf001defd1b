package org.ostiary.web.endsession;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ostiary.ejb.protocol.Sha256;
import org.ostiary.ejb.protocol.WebOrigin;
import org.ostiary.web.error.Html;
import org.ostiary.web.http.SecurityHeaders;
import org.ostiary.web.page.Reader;
import org.ostiary.web.page.Site;
import org.ostiary.web.page.Texts;

/**
 * The page that opens the logout address of each application in a frame. It goes on when all have loaded, after five seconds
 * at the latest; without script after five seconds, or by its link.
 */
@ApplicationScoped
public class FramesPage {

    private static final int LONGEST_SECONDS = 5;

    /** The event comes when every frame has loaded, or failed to. */
    private static final String SCRIPT =
            "addEventListener('load',function(){location.replace(document.getElementById('signed-out-continue').href)})";

    private static final String SCRIPT_HASH = "sha256-" + Base64.getEncoder().encodeToString(Sha256.of(SCRIPT));

    @Inject
    Site site;

    @Inject
    Reader reader;

    /**
     * The page.
     *
     * @param addresses of the frames
     * @param next the path where the browser goes afterwards
     */
    Response page(List<String> addresses, String next) {
        String title = Html.escaped(Texts.text("signed-out.frames.title"));
        String html = """
                <!DOCTYPE html>
                <html lang="%s" dir="%s">
                <head>
                <meta charset="utf-8">
                <title>%s \u2013 %s</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta http-equiv="refresh" content="%d; url=%s">
                <link rel="stylesheet" href="%s">
                <script>%s</script>
                </head>
                <body>
                <main class="card">
                <h1>%s</h1>
                <p class="lead">%s</p>
                <p><a id="signed-out-continue" href="%s">%s</a></p>
                %s
                </main>
                </body>
                </html>
                """.formatted(
                        reader.tag(),
                        reader.direction(),
                        title,
                        Html.escaped(site.name()),
                        LONGEST_SECONDS,
                        Html.escaped(next),
                        Html.escaped(site.stylesheet()),
                        SCRIPT,
                        title,
                        Html.escaped(Texts.text("signed-out.frames.lead")),
                        Html.escaped(next),
                        Html.escaped(Texts.text("signed-out.frames.continue")),
                        addresses.stream().map(FramesPage::frame).collect(Collectors.joining("\n")));
        String origins = addresses.stream()
                .map(WebOrigin::ofAddress)
                .flatMap(Optional::stream)
                .distinct()
                .collect(Collectors.joining(" "));
        return Response.ok(html.getBytes(StandardCharsets.UTF_8), MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header("Content-Security-Policy", SecurityHeaders.policyOfFrames(origins, SCRIPT_HASH))
                .build();
    }

    private static String frame(String address) {
        return "<iframe class=\"unseen\" title=\"\" aria-hidden=\"true\" tabindex=\"-1\""
                + " sandbox=\"allow-scripts allow-same-origin\" src=\"" + Html.escaped(address) + "\"></iframe>";
    }
}
