package org.ostiary.web.admin;

import java.util.LinkedHashMap;
import java.util.Map;

/** Paths with names in braces, each of which stands for one part of a path. */
final class Template {

    private Template() {}

    static boolean matches(String template, String path) {
        String[] names = template.split("/", -1);
        String[] parts = path.split("/", -1);
        if (names.length != parts.length) {
            return false;
        }
        for (int at = 0; at < names.length; at++) {
            if (variable(names[at]) ? parts[at].isEmpty() : !names[at].equals(parts[at])) {
                return false;
            }
        }
        return true;
    }

    /** What the names stand for in a path that matches. */
    static Map<String, String> variables(String template, String path) {
        String[] names = template.split("/", -1);
        String[] parts = path.split("/", -1);
        Map<String, String> variables = new LinkedHashMap<>();
        for (int at = 0; at < names.length; at++) {
            if (variable(names[at])) {
                variables.put(names[at].substring(1, names[at].length() - 1), parts[at]);
            }
        }
        return variables;
    }

    private static boolean variable(String name) {
        return name.startsWith("{");
    }
}
