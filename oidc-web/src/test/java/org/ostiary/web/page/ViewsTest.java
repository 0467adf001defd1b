package org.ostiary.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What can be told from the views without a server. */
class ViewsTest {
    private static final String KEY_SCRIPT = "<script src=\"#{site.script()}\" defer=\"defer\"></script>";
    private static final Path WEBAPP = Path.of("src/main/webapp");
    private static final Pattern TEXT_KEY = Pattern.compile("text\\['([^']+)'\\]");

    private final Map<String, String> views = views();

    @Test
    void everyTextThatAViewNamesExists() {
        assertThat(views)
                .allSatisfy((name, view) -> assertThat(TEXT_KEY.matcher(view).results())
                        .extracting(found -> found.group(1))
                        .allSatisfy(key -> assertThat(Texts.has(key)).as(key).isTrue()));
    }

    @Test
    @DisplayName("CSP without unsafe-inline: no script but the one for security keys, no style, no handler in any view")
    void nothingInAViewNeedsAnUnsafePolicy() {
        assertThat(views)
                .allSatisfy((name, view) -> assertThat(view.replace(KEY_SCRIPT, ""))
                        .doesNotContainPattern("(?i)<script|<style|javascript:")
                        .doesNotContainPattern("\\s(style|on[a-z]+)=")
                        .doesNotContain("f:ajax", "h:commandLink"));
    }

    @Test
    void nothingIsLoadedFromElsewhere() {
        assertThat(views)
                .allSatisfy((name, view) -> assertThat(view.replace("http://www.w3.org/1999/xhtml", ""))
                        .doesNotContain("http:", "https:", "//"));
    }

    @Test
    void everyViewIsStateless() {
        assertThat(views.remove("frame.xhtml")).contains("<f:view transient=\"true\"");
        assertThat(views.remove("facts.xhtml")).as("a part of views").doesNotContain("f:view");
        assertThat(views)
                .isNotEmpty()
                .allSatisfy((name, view) ->
                        assertThat(view).contains("template=\"/WEB-INF/pages/" + templateOf(name) + ".xhtml\""));
    }

    private static String templateOf(String name) {
        return Stream.of("account", "admin")
                .filter(template -> name.startsWith(template + "-"))
                .findFirst()
                .orElse("frame");
    }

    @Test
    @DisplayName("docs/pages.md: the ids that password managers and automated browsers rely on")
    void theDocumentedIdsAreThere() {
        assertThat(ids("login.xhtml")).contains("username", "password", "login-submit");
        assertThat(ids("select-account.xhtml")).contains("accounts", "select-another", "select-cancel");
        assertThat(ids("register.xhtml"))
                .contains("register-username", "register-password", "register-submit", "register-sign-in");
        assertThat(ids("consent.xhtml")).contains("consent-allow", "consent-deny");
        assertThat(ids("logout.xhtml")).contains("logout-confirm", "logout-cancel");
        assertThat(ids("setup.xhtml"))
                .contains("setup-username", "setup-password", "setup-password-again", "setup-submit");
    }

    @Test
    void noViewHasAnIdTwice() {
        assertThat(views.keySet())
                .filteredOn(name -> !Set.of("setup.xhtml", "enrolment.xhtml").contains(name))
                .allSatisfy(name -> assertThat(ids(name)).doesNotHaveDuplicates());
    }

    @Test
    @DisplayName("WCAG 2.2 1.3.5: fields say what they are for")
    void fieldsCanBeFilledIn() {
        assertThat(views.get("login.xhtml"))
                .contains("p:autocomplete=\"username webauthn\"", "p:autocomplete=\"current-password\"");
        assertThat(views.get("setup.xhtml")).contains("p:autocomplete=\"username\"", "p:autocomplete=\"new-password\"");
    }

    private List<String> ids(String view) {
        return Pattern.compile("\\sid=\"([^\"#]+)\"")
                .matcher(views.getOrDefault(view, ""))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static Map<String, String> views() {
        Map<String, String> views = new TreeMap<>();
        try (Stream<Path> files = Files.walk(WEBAPP)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".xhtml")).toList()) {
                views.put(file.getFileName().toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return views;
    }
}
