package org.ostiary.web.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.protocol.authorize.Display;
import org.ostiary.web.page.Brand;
import org.ostiary.web.page.Site;

class ErrorPageTest {
    private static final String HOSTILE = "</p><script>alert('1')</script>\"&\u0000";

    private final ErrorPage page = new ErrorPage(
            new Site(
                    "id.example.org",
                    "/id",
                    "/assets/ostiary.css?v=1",
                    "/assets/wap.css?v=2",
                    "/assets/webauthn.js?v=3"),
            new Brand());

    @Test
    void isAWholeDocumentInTheSitesClothes() {
        assertThat(page.html(new Problem(404, "Nothing here", "Look elsewhere.", null, Display.PAGE), "r-1"))
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\">")
                .contains("<title>Nothing here – id.example.org</title>")
                .contains("<h1>Nothing here</h1>")
                .contains("href=\"/id/assets/ostiary.css?v=1\"")
                .endsWith("</html>\n");
    }

    @Test
    void showsTheRequestId() {
        assertThat(page.html(new Problem(500, "Oh", "No.", null, Display.PAGE), "r-1"))
                .contains("<code id=\"request-id\">r-1</code>");
    }

    @Test
    @DisplayName("whatever it is given, it is text")
    void escapesEverything() {
        String html = page.html(
                new Problem(400, HOSTILE, HOSTILE, new Link("https://a.example/?" + HOSTILE, HOSTILE), Display.PAGE),
                HOSTILE);

        assertThat(html).doesNotContain("<script", "</script", "\u0000", "'1'", "\"&");
        assertThat(html).contains("&lt;/p&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;&amp;");
    }

    @Test
    void offersAWayOnOnlyWhereThereIsOne() {
        Link link = new Link("https://app.example.com/login?a=1&b=2", "Start again");

        assertThat(page.html(new Problem(400, "t", "m", link, Display.PAGE), "r"))
                .contains(
                        "<a id=\"start-again\" class=\"button\" href=\"https://app.example.com/login?a=1&amp;b=2\">Start again</a>");
        assertThat(page.html(new Problem(400, "t", "m", null, Display.PAGE), "r"))
                .doesNotContain("<a ");
    }

    @Test
    @DisplayName("S26: an error within an interaction looks as its other pages do")
    void keepsTheDisplay() {
        assertThat(page.html(new Problem(400, "t", "m", null, Display.POPUP), "r"))
                .contains("data-display=\"popup\"")
                .doesNotContain("<header");
        assertThat(page.html(new Problem(400, "t", "m", null, Display.TOUCH), "r"))
                .contains("data-display=\"touch\"", "<header", "/id/assets/ostiary.css?v=1");
        assertThat(page.html(new Problem(400, "t", "m", null, Display.WAP), "r"))
                .contains("data-display=\"wap\"", "/id/assets/wap.css?v=2")
                .doesNotContain("ostiary.css");
    }

    @Test
    void aPercentSignIsOnlyAPercentSign() {
        assertThat(page.html(new Problem(400, "100%s", "%d of %n", null, Display.PAGE), "%"))
                .contains("<h1>100%s</h1>", "%d of %n");
    }
}
