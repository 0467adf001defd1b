package org.ostiary.ejb.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ClientDirectoryTest {

    private final ClientDirectory directory = new ClientDirectory();
    private int learned;

    @Test
    @DisplayName("Who began to read earlier and ends later takes nothing newer away")
    void keepsWhatIsNewer() {
        assertThat(directory.replace(2, Map.of(), () -> learned++)).isTrue();
        assertThat(directory.replace(1, Map.of(), () -> learned++)).isFalse();
        assertThat(directory.holds(2)).isTrue();
        assertThat(directory.replace(3, Map.of(), () -> learned++)).isTrue();
        assertThat(directory.holds(3)).isTrue();
        assertThat(learned).isEqualTo(2);
    }
}
