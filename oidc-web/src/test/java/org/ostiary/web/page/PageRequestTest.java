package org.ostiary.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.RequestParameters;

class PageRequestTest {

    @Test
    void takesEveryFormAsAStatelessOne() {
        for (String form :
                new String[] {"a=1", "a=1&jakarta.faces.ViewState=stateless", "a=1&jakarta.faces.ViewState="}) {
            assertThat(PageRequest.ofForm(RequestParameters.parse(form)))
                    .containsEntry("a", new String[] {"1"})
                    .containsEntry("jakarta.faces.ViewState", new String[] {"stateless"});
        }
    }

    @Test
    void refusesAnyOtherViewState() {
        assertThatThrownBy(() -> PageRequest.ofForm(RequestParameters.parse("jakarta.faces.ViewState=rO0ABXNy")))
                .isInstanceOf(OAuthException.class);
    }

    @Test
    void hidesWhatWouldMakeAFormOfAQuery() {
        String query = "interaction=x&jakarta.faces.ViewState=stateless&javax.faces.source=y";
        assertThat(PageRequest.ofQuery(RequestParameters.parse(query))).containsOnlyKeys("interaction");
    }
}
