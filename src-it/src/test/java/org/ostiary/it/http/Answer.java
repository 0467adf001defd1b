package org.ostiary.it.http;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;

/**
 * What a server answered.
 *
 * @param uri the address that was asked
 * @param status the HTTP status
 * @param headers the headers
 * @param body the body as UTF-8 text
 */
public record Answer(URI uri, int status, HttpHeaders headers, String body) {
    private static final Pattern OWN_SCRIPT = Pattern.compile(
            "<script src=\"(/[a-z0-9]+)?/assets/webauthn\\.js\\?v=[0-9a-f]+\" defer=\"defer\"></script>");

    /** The first value of a header, empty when it is missing. */
    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** All values of a header. */
    public List<String> headerValues(String name) {
        return headers.allValues(name);
    }

    /** The body as a page, without the one script of the provider's own. */
    public String bodyWithoutOwnScript() {
        return OWN_SCRIPT.matcher(body).replaceAll("");
    }

    /** The body as a JSON object; repeated members are refused. */
    public Map<String, Object> json() {
        try {
            return JsonUtil.parseJson(body);
        } catch (JoseException e) {
            throw new AssertionError("Not a JSON object: " + this, e);
        }
    }

    /** The member {@code error} of a JSON answer; fails when it is missing. */
    public String error() {
        Object error = json().get("error");
        if (error == null) {
            throw new AssertionError("No error in " + this);
        }
        return error.toString();
    }

    /** Whether this is a redirect by status. */
    public boolean redirects() {
        return status >= 300 && status < 400;
    }

    /** The Location header, resolved against the address that was asked; fails when it is missing. */
    public URI location() {
        return uri.resolve(header("Location").orElseThrow(() -> new AssertionError("No Location in " + this)));
    }

    /** The parameters in the query of the Location header. */
    public Parameters redirectParameters() {
        String query = location().getRawQuery();
        return Parameters.decode(query == null ? "" : query);
    }

    /** The parameters in the fragment of the Location header. */
    public Parameters fragmentParameters() {
        String fragment = location().getRawFragment();
        return Parameters.decode(fragment == null ? "" : fragment);
    }

    /** The only form of the page; fails when there is none. */
    public HtmlForm form() {
        return HtmlForm.first(this);
    }

    /** Whether the page has an element with this id. */
    public boolean hasElement(String id) {
        return body.contains("id=\"" + id + "\"") || body.contains("id='" + id + "'");
    }

    /** The text in the element with this id, which has no elements in it; fails when there is none. */
    public String textOf(String id) {
        Matcher found = Pattern.compile("id=\"" + Pattern.quote(id) + "\"[^>]*>([^<]*)<")
                .matcher(body);
        if (!found.find()) {
            throw new AssertionError("No element " + id + " in " + this);
        }
        return found.group(1);
    }

    /** The texts of all such elements in the element with this id, which holds no other of its own kind. */
    public List<String> textsOf(String id, String element) {
        Matcher outer = Pattern.compile("<(\\w+)[^>]*id=\"" + Pattern.quote(id) + "\".*?</\\1>", Pattern.DOTALL)
                .matcher(body);
        if (!outer.find()) {
            throw new AssertionError("No element " + id + " in " + this);
        }
        return Pattern.compile("<" + element + "[^>]*>([^<]*)<")
                .matcher(outer.group())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** Where the link with this id leads; fails when there is none. */
    public String linkOf(String id) {
        Matcher link = Pattern.compile("<a\\b[^>]*id=\"" + Pattern.quote(id) + "\"[^>]*>")
                .matcher(body);
        Matcher address = Pattern.compile("href=\"([^\"]*)\"").matcher(link.find() ? link.group() : "");
        if (!address.find()) {
            throw new AssertionError("No link " + id + " in " + this);
        }
        return address.group(1).replace("&amp;", "&");
    }

    @Override
    public String toString() {
        return status + " from " + uri + "\n" + headers.map() + "\n" + body;
    }
}
