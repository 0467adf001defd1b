package org.ostiary.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.authorize.InteractionView;
import org.ostiary.ejb.interaction.OwnPages;
import org.ostiary.ejb.language.Language;

class ClientTextTest {

    @Test
    @DisplayName("Who is on the way to their own account reads so in their language")
    void namesOwnPagesInTheLanguageOfTheReader() {
        assertThat(inGerman(view(OwnPages.CLIENT_ID, "Your account"))).isEqualTo("Ihr Konto");
    }

    @Test
    @DisplayName("An application has its own name in each language, and its identifier where the name is empty")
    void namesApplicationsByTheirName() {
        assertThat(inGerman(view("wiki", "Your account"))).isEqualTo("Your account");
        assertThat(inGerman(view("wiki", ""))).isEqualTo("wiki");
    }

    private static String inGerman(InteractionView view) {
        List<String> said = new ArrayList<>();
        Reader.during(() -> Language.GERMAN, (Reader.Work<RuntimeException, RuntimeException>)
                () -> said.add(ClientText.of(view)));
        return said.get(0);
    }

    private static InteractionView view(String clientId, String clientName) {
        return new InteractionView(
                "handle",
                clientId,
                clientName,
                "example.org",
                "https://example.org",
                null,
                null,
                List.of(),
                List.of(),
                "page",
                List.of(),
                List.of(),
                null,
                "token");
    }
}
