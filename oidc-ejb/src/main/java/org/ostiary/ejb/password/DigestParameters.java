package org.ostiary.ejb.password;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The parameters of a digest in PHC string format, as {@code m=65536,t=3,p=4}, in any order and each at most once. */
final class DigestParameters {

    private final Map<String, String> values;

    private DigestParameters(Map<String, String> values) {
        this.values = values;
    }

    static DigestParameters parse(String field, Set<String> known) {
        Map<String, String> values = new HashMap<>();
        for (String parameter : field.split(",", -1)) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? "" : parameter.substring(0, equals);
            if (!known.contains(name)) {
                throw new MalformedDigestException("has a parameter that its format does not know; known are "
                        + String.join(", ", known.stream().sorted().toList()));
            }
            if (values.put(name, parameter.substring(equals + 1)) != null) {
                throw new MalformedDigestException("has the parameter " + name + " twice");
            }
        }
        return new DigestParameters(values);
    }

    int number(String name, int minimum, int maximum) {
        return DigestFields.number(name, text(name), minimum, maximum);
    }

    /** With a value for digests that were written without the parameter. */
    int number(String name, int minimum, int maximum, int whenAbsent) {
        return values.containsKey(name) ? number(name, minimum, maximum) : whenAbsent;
    }

    String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new MalformedDigestException("lacks the parameter " + name);
        }
        return value;
    }
}
