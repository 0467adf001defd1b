package org.ostiary.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlotTest {

    @Test
    void theHighestColumnFillsThePlotAndWhatIsNotNothingIsSeen() {
        Plot plot = Plot.of(List.of(0L, 1L, 1_000_000L));
        assertThat(plot.most()).isEqualTo(1_000_000);
        assertThat(plot.box()).isEqualTo("0 0 60 100");
        assertThat(plot.bars())
                .extracting(bar -> bar.x() + " " + bar.y() + " " + bar.height())
                .containsExactly("3 100 0", "23 99 1", "43 0 100");
    }

    @Test
    void nothingAtAllIsDrawnToo() {
        assertThat(Plot.of(List.of()).box()).isEqualTo("0 0 20 100");
        assertThat(Plot.of(List.of(0L)).most()).isOne();
    }
}
