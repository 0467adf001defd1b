package org.ostiary.ejb.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.fixture.RunningProvider;

class KnownDevicesTest {

    private final RunningProvider provider = RunningProvider.emptied();
    private final KnownDevices devices = provider.service(KnownDevices.class);

    @Test
    @DisplayName("A device keeps its name for an account, and several accounts may know it")
    void remembers() {
        String alices = devices.remember(null, "alice");
        String both = devices.remember(alices, "bob");
        String again = devices.remember(both, "alice");
        assertThat(devices.find(alices, "alice")).isPresent().isEqualTo(devices.find(again, "alice"));
        assertThat(devices.find(again, "bob")).isPresent().isEqualTo(devices.find(both, "bob"));
        assertThat(devices.find(alices, "bob")).isEmpty();
    }

    @Test
    @DisplayName("A year without use is the end of it, and each login a new beginning")
    void forgets() {
        String cookie = devices.remember(null, "alice");
        provider.clock().forward(KnownDevices.LIFETIME.minus(Duration.ofSeconds(1)));
        String renewed = devices.remember(cookie, "alice");
        provider.clock().forward(Duration.ofSeconds(1));
        assertThat(devices.find(cookie, "alice")).isEmpty();
        assertThat(devices.find(renewed, "alice")).isPresent();
    }

    @Test
    @DisplayName("Five accounts fit; the one that was away longest goes")
    void remembersFive() {
        String cookie = null;
        for (int account = 0; account < 6; account++) {
            cookie = devices.remember(cookie, "account " + account);
        }
        assertThat(devices.find(cookie, "account 0")).isEmpty();
        assertThat(devices.find(cookie, "account 1")).isPresent();
        assertThat(cookie).hasSizeLessThan(600);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "~", ".", "~~~~~~~~", "a.1.b", "\u0000"})
    void anythingElseIsNoDevice(String cookie) {
        assertThat(devices.find(cookie, "alice")).isEmpty();
    }

    @Test
    @DisplayName("Neither the name, nor the end, nor the mark can be changed")
    void isMarked() {
        String cookie = devices.remember(null, "alice");
        String[] parts = cookie.split("\\.", -1);
        assertThat(devices.find("A".repeat(43) + "." + parts[1] + "." + parts[2], "alice"))
                .isEmpty();
        assertThat(devices.find(parts[0] + ".9999999999." + parts[2], "alice")).isEmpty();
        assertThat(devices.find(parts[0] + "." + parts[1] + "." + "A".repeat(43), "alice"))
                .isEmpty();
    }
}
