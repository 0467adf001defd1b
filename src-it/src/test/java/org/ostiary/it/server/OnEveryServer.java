package org.ostiary.it.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Runs a test class once for each {@link Flavour}, on the server that the whole test run shares.
 *
 * <p>The class has one constructor, which takes an {@link OstiaryServer}. The system property {@code ostiary.flavours}
 * narrows the run while developing: {@code -Dostiary.flavours=MICRO_H2}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "{0}", autoCloseArguments = false) // the next class needs the server, too
@ArgumentsSource(SharedServers.class)
public @interface OnEveryServer {}
