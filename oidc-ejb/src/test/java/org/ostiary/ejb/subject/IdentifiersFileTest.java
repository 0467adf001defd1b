package org.ostiary.ejb.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifiersFileTest {

    private static final String SUB = "0b1c2d3e-4f50-4a6b-8c7d-9e0f1a2b3c4d";

    @Test
    @DisplayName("Part 12: the file of Authelia is read: names, sectors, identifiers; other services are left")
    void readsTheFile() {
        IdentifiersFile file = IdentifiersFile.parse("""
                identifiers:
                  - service: 'openid'
                    sector_id: ''
                    username: 'Jane'
                    identifier: '%s'
                  - service: 'other'
                    username: 'jane'
                """.formatted(SUB));
        assertThat(file.identifiers()).containsExactly(new ImportedIdentifier("Jane", "jane", "public", SUB));
        assertThat(file.ignored()).isOne();
    }

    @ParameterizedTest
    @CsvSource({"https://rp.test/sector.json, rp.test", "rp.test, rp.test", "https://rp.test:8443/a, rp.test"})
    @DisplayName("OIDC Core 8.1: the sector is the host of the address that Authelia keeps")
    void readsSectors(String id, String sector) {
        assertThat(IdentifiersFile.parse(line("jane", id, SUB)).identifiers())
                .extracting(ImportedIdentifier::sector)
                .containsExactly(sector);
    }

    @ParameterizedTest
    @CsvSource({
        "jane, '', 0b1c2d3e-4f50-1a6b-8c7d-9e0f1a2b3c4d, identifier must be a UUID",
        "jane, '', 0B1C2D3E-4F50-4A6B-8C7D-9E0F1A2B3C4D, identifier must be a UUID",
        "jane, 'https:///none', 0b1c2d3e-4f50-4a6b-8c7d-9e0f1a2b3c4d, sector_id must be",
        "jane, public, 0b1c2d3e-4f50-4a6b-8c7d-9e0f1a2b3c4d, sector_id must be",
        "'', '', 0b1c2d3e-4f50-4a6b-8c7d-9e0f1a2b3c4d, the username"
    })
    @DisplayName("Part 12: a file with a mistake is not taken at all, and no mistake quotes an identifier")
    void refusesMistakes(String username, String sector, String sub, String mistake) {
        assertThatExceptionOfType(IdentifiersFileException.class)
                .isThrownBy(() -> IdentifiersFile.parse(line(username, sector, sub)))
                .withMessageContaining("identifiers[0]: " + mistake)
                .withMessageNotContaining(sub);
    }

    @Test
    @DisplayName("Part 12: what is another file is refused")
    void refusesOtherFiles() {
        assertThatExceptionOfType(IdentifiersFileException.class)
                .isThrownBy(() -> IdentifiersFile.parse("users: {}"))
                .withMessageContaining("no list \"identifiers\"");
    }

    private static String line(String username, String sector, String sub) {
        return "identifiers: [{service: openid, sector_id: '%s', username: '%s', identifier: '%s'}]"
                .formatted(sector, username, sub);
    }
}
