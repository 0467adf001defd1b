package org.ostiary.ejb.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ClientDirectoryTest {

    private final ClientDirectory directory = new ClientDirectory();

    @Test
    @DisplayName("Who began to read earlier and ends later takes nothing newer away")
    void keepsWhatIsNewer() {
        assertThat(directory.replace(2, Map.of())).isTrue();
        assertThat(directory.replace(1, Map.of())).isFalse();
        assertThat(directory.holds(2)).isTrue();
        assertThat(directory.replace(3, Map.of())).isTrue();
        assertThat(directory.holds(3)).isTrue();
    }
}
