package org.ostiary.ejb.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ostiary.ejb.language.Language;

class LetterLinksTest {

    @ParameterizedTest
    @EnumSource
    @DisplayName("Programs that read mail take letters and marks of other scripts into a link, so none follows one")
    void endBeforeWhatIsNoLink(Language language) {
        ResourceBundle words = ResourceBundle.getBundle(
                "org.ostiary.ejb.mail.letters",
                language.locale(),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        assertThat(Collections.list(words.getKeys()))
                .allSatisfy(key ->
                        assertThat(words.getString(key)).as(key).doesNotContainPattern("\\{[57]}[^\\x00-\\x7F]"));
    }
}
