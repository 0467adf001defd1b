package org.ostiary.it.http;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Form parameters in their order; a name may occur twice, because tests send what must be refused. Immutable. */
public final class Parameters {
    private static final Parameters NONE = new Parameters(List.of());

    private final List<Parameter> all;

    private Parameters(List<Parameter> all) {
        this.all = List.copyOf(all);
    }

    /** No parameter. */
    public static Parameters none() {
        return NONE;
    }

    /** Reads a query or a form body. */
    public static Parameters decode(String encoded) {
        return new Parameters(Arrays.stream(encoded.split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(Parameter::decode)
                .toList());
    }

    /** These with this name replaced in its place, or added at the end. */
    public Parameters with(String name, String value) {
        if (find(name).isEmpty()) {
            return adding(name, value);
        }
        List<Parameter> changed = new ArrayList<>();
        for (Parameter old : all) {
            changed.add(old.name().equals(name) ? new Parameter(name, value) : old);
        }
        return new Parameters(changed);
    }

    /** These and one more, whether the name is there or not. */
    public Parameters adding(String name, String value) {
        List<Parameter> more = new ArrayList<>(all);
        more.add(new Parameter(name, value));
        return new Parameters(more);
    }

    /** These without this name. */
    public Parameters without(String name) {
        return new Parameters(
                all.stream().filter(one -> !one.name().equals(name)).toList());
    }

    /** The first value of this name. */
    public Optional<String> find(String name) {
        return all.stream()
                .filter(one -> one.name().equals(name))
                .map(Parameter::value)
                .findFirst();
    }

    /** The first value of this name; fails when it is missing. */
    public String require(String name) {
        return find(name).orElseThrow(() -> new AssertionError("No parameter " + name + " in " + encoded()));
    }

    /** The names, in order, twice when they are there twice. */
    public List<String> names() {
        return all.stream().map(Parameter::name).toList();
    }

    /** As application/x-www-form-urlencoded. */
    public String encoded() {
        return all.stream().map(Parameter::encoded).collect(Collectors.joining("&"));
    }

    @Override
    public String toString() {
        return encoded();
    }

    private record Parameter(String name, String value) {
        static Parameter decode(String pair) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            return new Parameter(
                    URLDecoder.decode(name, StandardCharsets.UTF_8), URLDecoder.decode(value, StandardCharsets.UTF_8));
        }

        String encoded() {
            return URLEncoder.encode(name, StandardCharsets.UTF_8) + "="
                    + URLEncoder.encode(value, StandardCharsets.UTF_8);
        }
    }
}
