package org.ostiary.web.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import org.ostiary.ejb.protocol.Sha256;
import org.ostiary.ejb.protocol.authorize.AuthorizationResponse;
import org.ostiary.web.error.Html;
import org.ostiary.web.http.SecurityHeaders;
import org.ostiary.web.page.Reader;
import org.ostiary.web.page.Site;
import org.ostiary.web.page.Texts;

/** The page that carries a response by POST (OAuth 2.0 Form Post Response Mode 1.0, section 2); a button works without script. */
@ApplicationScoped
public class FormPost {

    private static final String SCRIPT = "document.forms[0].submit()";
    private static final String SCRIPT_HASH = "sha256-" + Base64.getEncoder().encodeToString(Sha256.of(SCRIPT));

    @Inject
    Site site;

    @Inject
    Reader reader;

    /** The answer that makes the browser post the response to the client. */
    Response page(AuthorizationResponse response) {
        String fields = response.fields().entrySet().stream()
                .map(each -> "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                        .formatted(Html.escaped(each.getKey()), Html.escaped(each.getValue())))
                .collect(Collectors.joining("\n"));
        String html = """
                <!DOCTYPE html>
                <html lang="%s" dir="%s">
                <head>
                <meta charset="utf-8">
                <title>%s</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <link rel="stylesheet" href="%s">
                </head>
                <body>
                <main class="card">
                <h1>%3$s</h1>
                <form method="post" action="%s">
                %s
                <button type="submit" id="form-post-continue">%s</button>
                </form>
                </main>
                <script>%s</script>
                </body>
                </html>
                """.formatted(
                        reader.tag(),
                        reader.direction(),
                        Html.escaped(Texts.text("form-post.title")),
                        Html.escaped(site.stylesheet()),
                        Html.escaped(response.redirectUri()),
                        fields,
                        Html.escaped(Texts.text("form-post.continue")),
                        SCRIPT);
        return Response.ok(html.getBytes(StandardCharsets.UTF_8), MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header("Content-Security-Policy", SecurityHeaders.policyOfFormPost(response.origin(), SCRIPT_HASH))
                .build();
    }
}
