package org.ostiary.web.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.web.page.Site;

class ErrorPageTest {
    private static final String HOSTILE = "</p><script>alert('1')</script>\"&\u0000";

    private final ErrorPage page = new ErrorPage(new Site("id.example.org", "/id", "/assets/ostiary.css?v=1"));

    @Test
    void isAWholeDocumentInTheSitesClothes() {
        assertThat(page.html(404, "Nothing here", "Look elsewhere.", "r-1", null))
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
                .contains("<title>Nothing here – id.example.org</title>")
                .contains("<h1>Nothing here</h1>")
                .contains("href=\"/id/assets/ostiary.css?v=1\"")
                .endsWith("</html>\n");
    }

    @Test
    void showsTheRequestId() {
        assertThat(page.html(500, "Oh", "No.", "r-1", null)).contains("<code id=\"request-id\">r-1</code>");
    }

    @Test
    @DisplayName("whatever it is given, it is text")
    void escapesEverything() {
        String html = page.html(400, HOSTILE, HOSTILE, HOSTILE, new Link("https://a.example/?" + HOSTILE, HOSTILE));

        assertThat(html).doesNotContain("<script", "</script", "\u0000", "'1'", "\"&");
        assertThat(html).contains("&lt;/p&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;&amp;");
    }

    @Test
    void offersAWayOnOnlyWhereThereIsOne() {
        Link link = new Link("https://app.example.com/login?a=1&b=2", "Start again");

        assertThat(page.html(400, "t", "m", "r", link))
                .contains(
                        "<a id=\"start-again\" class=\"button\" href=\"https://app.example.com/login?a=1&amp;b=2\">Start again</a>");
        assertThat(page.html(400, "t", "m", "r", null)).doesNotContain("<a ");
    }

    @Test
    void aPercentSignIsOnlyAPercentSign() {
        assertThat(page.html(400, "100%s", "%d of %n", "%", null)).contains("<h1>100%s</h1>", "%d of %n");
    }
}
