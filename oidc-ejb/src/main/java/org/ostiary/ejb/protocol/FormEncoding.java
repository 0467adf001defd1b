package org.ostiary.ejb.protocol;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes parameters as {@code application/x-www-form-urlencoded} (RFC 6749, appendix B). */
public final class FormEncoding {

    private FormEncoding() {}

    /** The parameters in their order, without a leading question mark. */
    public static String encode(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> encode(each.getKey()) + "=" + encode(each.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** One value, with {@code %20} for a space so that it reads the same in a query and in a form. */
    public static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
