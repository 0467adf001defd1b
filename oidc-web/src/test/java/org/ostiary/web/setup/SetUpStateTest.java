package org.ostiary.web.setup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ostiary.ejb.setup.SetUpOutcome;

class SetUpStateTest {

    @ParameterizedTest
    @EnumSource
    void hasATitleAndTheWordsItNeeds(SetUpState state) {
        assertThat(state.title()).isNotBlank();
        assertThat(state.text().isBlank()).isEqualTo(!state.complains());
        assertThat(state.text()).doesNotContain("{");
    }

    @ParameterizedTest
    @EnumSource
    void showsWhatTheServiceDecided(SetUpOutcome outcome) {
        assertThat(SetUpState.of(outcome).name()).isEqualTo(outcome.name());
    }

    @Test
    void aLinkThatDoesNotWorkIsGone() {
        assertThat(SetUpState.LINK_UNUSABLE.status()).isEqualTo(410);
        assertThat(SetUpState.LINK_UNUSABLE.asks()).isFalse();
    }

    @Test
    void tellsHowLongAPasswordMustBe() {
        String length = Integer.toString(SetUpState.ASKING.minimumLength());

        assertThat(SetUpState.ASKING.passwordHint()).contains(length);
        assertThat(SetUpState.PASSWORD_TOO_SHORT.text()).contains(length);
    }
}
