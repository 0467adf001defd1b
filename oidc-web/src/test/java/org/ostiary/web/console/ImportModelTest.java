package org.ostiary.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.web.console.ImportModel.Comparison;
import org.ostiary.web.console.ImportModel.Line;

@DisplayName("What an import would come to")
class ImportModelTest {

    @Test
    @DisplayName("Of very many lines the first are shown, and the others counted")
    void showsTheFirst() {
        Comparison much = Comparison.of(Collections.nCopies(250, new Line("client shop", "added", "")), 3, 0);
        assertThat(much.lines()).hasSize(200);
        assertThat(much.left()).isEqualTo(50);
        assertThat(much.changes()).isTrue();
    }

    @Test
    @DisplayName("Where all is refused or so already, nothing can be ordered")
    void changesNothing() {
        Line refused = new Line("account ada", "refused", "comes from the file");
        assertThat(Comparison.of(List.of(refused), 7, 0).changes()).isFalse();
        assertThat(Comparison.of(List.of(), 7, 0).changes()).isFalse();
        assertThat(Comparison.of(List.of(), 7, 1).changes()).isTrue();
    }
}
