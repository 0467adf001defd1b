package org.ostiary.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.admin.Administrator;
import org.ostiary.ejb.config.OptionDescription;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.protocol.client.AdministrationRole;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.web.console.ClientForm.Typed;

@DisplayName("The form for an application")
class ClientFormTest {

    private final ClientForm form = new ClientForm(ClientForm.FIELDS.keySet().stream()
            .map(name -> new OptionDescription(
                    name, name.equals("scopes") ? "openid" : null, choices().getOrDefault(name, List.of())))
            .toList());

    private static Map<String, List<String>> choices() {
        return Map.of(
                "scopes", List.of("openid", "email"),
                "grant-types", List.of("authorization_code", "refresh_token"),
                "response-types", List.of("code", "code id_token"));
    }

    @Test
    @DisplayName("What is registered is shown, and comes back as it was when nothing is typed")
    void comesBackAsItWas() {
        Map<String, String> stored = new LinkedHashMap<>();
        stored.put("client-name", "The shop, and more");
        stored.put("redirect-uris", "https://shop.test/cb?a=1\\,2,https://shop.test/other");
        stored.put("response-types", "code,code id_token");
        stored.put("scopes", "openid,of-the-house");
        stored.put("default-max-age", "1h");
        stored.put("jwks", "{\"keys\":\n[]}");
        ClientFormModel shown = form.show("shop", "tag", stored);
        assertThat(field(shown, "redirect-uris").value())
                .isEqualTo("https://shop.test/cb?a=1,2\nhttps://shop.test/other");
        assertThat(field(shown, "scopes").choices())
                .as("also what is no choice any more")
                .filteredOn(FormField.Choice::chosen)
                .extracting(FormField.Choice::value)
                .containsExactly("openid", "of-the-house");
        assertThat(field(shown, "scopes").standard()).isEqualTo("openid");
        assertThat(shown.others()).isEqualTo("default-max-age = 1h\njwks = {\"keys\": []}");
        assertThat(shown.fresh()).isFalse();

        Map<String, String> sent = new LinkedHashMap<>();
        sent.put("others", shown.others());
        for (FormField each : shown.fields()) {
            sent.put(each.name(), each.value());
            each.choices().stream()
                    .filter(choice -> choice.chosen() && each.is("CHOICES"))
                    .forEach(choice -> sent.put(choice.box(), "yes"));
        }
        stored.put("jwks", "{\"keys\": []}");
        Typed typed = form.read(call(sent));
        assertThat(typed.options()).isEqualTo(stored);
        assertThat(typed.wrong()).isEmpty();
    }

    @Test
    @DisplayName("Every mistake stands at its field, and nothing that was typed is lost")
    void keepsWhatWasTyped() {
        PlaceCall call = call(Map.of(
                "client", "shop", "redirect-uris", "http://a\nhttp://b", "others", "lifespan = long\nnonsense=1"));
        ClientFormModel again = form.again(
                call,
                null,
                form.read(call),
                "The client cannot be registered with these options",
                List.of(
                        "oidc.client.shop.redirect-uris = \"http://a\": must be https",
                        "oidc.client.<client_id>.nonsense = (not shown): is not an option",
                        "oidc.client.shop.lifespan = \"long\": is no lifespan",
                        "oidc.client.<client_id> = \"shop\": is wrong",
                        "sector-identifier-uri: must be a list",
                        "administration-role, audience: in the configuration alone"),
                List.of());
        assertThat(again.fresh()).isTrue();
        assertThat(again.refused()).isTrue();
        assertThat(field(again, "redirect-uris").value()).isEqualTo("http://a\nhttp://b");
        assertThat(field(again, "redirect-uris").wrong()).containsExactly("\"http://a\": must be https");
        assertThat(field(again, "redirect-uris").describedBy()).isEqualTo("redirect-uris-hint redirect-uris-wrong");
        assertThat(again.wrongId()).containsExactly("\"shop\": is wrong");
        assertThat(again.others()).isEqualTo("lifespan = long\nnonsense=1");
        assertThat(again.wrongOthers())
                .containsExactlyInAnyOrder(
                        "nonsense: (not shown): is not an option",
                        "lifespan: \"long\": is no lifespan",
                        "sector-identifier-uri: must be a list",
                        "administration-role: in the configuration alone");
    }

    @Test
    @DisplayName("A line that is no option is said with what it says")
    void refusesLines() {
        Typed typed = form.read(call(Map.of(
                "client-name", "Shop", "others", "nothing\nscopes = openid\nlifespan = a\nlifespan = b\npublic =")));
        assertThat(typed.wrong())
                .containsExactly(
                        "“nothing” is not a line like option = value",
                        "scopes has its own field above",
                        "lifespan is there twice",
                        "“public =” is not a line like option = value");
        assertThat(typed.options()).containsOnlyKeys("client-name", "lifespan");
    }

    @Test
    @DisplayName("Who was slower reads what is stored otherwise")
    void saysWhatDiffers() {
        assertThat(OptionTexts.differences(
                        Map.of("scopes", "openid", "public", "true"), Map.of("scopes", "email", "client-name", "Shop")))
                .containsExactly("client-name = –", "public = true", "scopes = openid");
    }

    private static FormField field(ClientFormModel model, String name) {
        return model.fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static PlaceCall call(Map<String, String> sent) {
        Administrator root = new Administrator(
                "account:root", "root", AdministrationRole.ADMIN, "test", new RequestFacts("request", "127.0.0.1", ""));
        return new PlaceCall(root, RequestParameters.of(sent));
    }
}
