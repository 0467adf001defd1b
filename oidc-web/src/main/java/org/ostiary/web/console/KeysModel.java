package org.ostiary.web.console;

import java.util.List;
import org.ostiary.ejb.admin.keys.KeyView;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;

/** All signing keys, and the algorithms that another may be made for. */
public record KeysModel(List<KeyView> keys, List<String> algorithms) {

    static KeysModel of(List<KeyView> keys) {
        return new KeysModel(
                keys, JwsAlgorithm.SIGNING.stream().map(JwsAlgorithm::value).toList());
    }
}
