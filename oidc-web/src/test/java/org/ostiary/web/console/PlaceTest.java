package org.ostiary.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.protocol.client.AdministrationRole;

@DisplayName("The table of the administration's pages")
class PlaceTest {

    private static final Path DOCUMENTATION = Path.of("../docs/administration.md");
    private static final Path VIEWS = Path.of("src/main/webapp");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(GET|POST) (/admin[a-z/-]*)` \\| (admin|auditor) \\|");

    @Test
    @DisplayName("docs/administration.md says of each which role it needs")
    void theDocumentationHasTheTable() throws IOException {
        List<String> documented = ROW.matcher(Files.readString(DOCUMENTATION))
                .results()
                .map(row -> row.group(1) + " " + row.group(2) + " " + row.group(3))
                .toList();
        assertThat(documented)
                .containsExactlyElementsOf(Arrays.stream(Place.values())
                        .map(place -> place.method() + " /admin" + place.path() + " "
                                + place.role().value())
                        .toList());
    }

    @Test
    @DisplayName("Whatever changes something needs an administrator and a POST, and no two places are one")
    void changesNeedAnAdministrator() {
        assertThat(Place.values())
                .filteredOn(place -> !place.reads())
                .allSatisfy(place -> assertThat(place.role()).isEqualTo(AdministrationRole.ADMIN));
        assertThat(Place.values())
                .allSatisfy(place ->
                        assertThat(Place.find(place.method(), place.path())).contains(place));
        assertThat(Place.find("GET", "/account/disable")).isEmpty();
        assertThat(Place.methods("/account/disable")).isEqualTo("POST");
        assertThat(Place.find("GET", "/nothing")).isEmpty();
    }

    @Test
    @DisplayName("Each place that shows something has its view, and each view a place")
    void eachPageHasAView() throws IOException {
        try (Stream<Path> files = Files.list(VIEWS)) {
            assertThat(files.map(file -> "/" + file.getFileName()).filter(name -> name.startsWith("/admin-")))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(Place.shown().stream().map(Place::view), Stream.of("/admin-refused.xhtml"))
                                    .toList());
        }
    }
}
