package org.ostiary.it.server;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Hands the shared servers to {@link OnEveryServer}, starting each when its turn comes. */
final class SharedServers implements ArgumentsProvider {
    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        return Arrays.stream(chosen().split(","))
                .map(String::strip)
                .map(Flavour::valueOf)
                .map(flavour -> Arguments.of(Named.of(flavour.name(), Servers.shared(flavour))));
    }

    private static String chosen() {
        String all = String.join(
                ",", Arrays.stream(Flavour.values()).map(Flavour::name).toList());
        String chosen = System.getProperty("ostiary.flavours", "");
        return chosen.isBlank() ? all : chosen;
    }
}
