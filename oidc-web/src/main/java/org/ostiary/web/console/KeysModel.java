package org.ostiary.web.console;

import java.util.List;
import org.ostiary.ejb.admin.keys.KeyView;
import org.ostiary.ejb.admin.keys.MasterKeyView;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;

/** All signing keys, the algorithms that another may be made for, and what the keys are sealed by. */
public record KeysModel(List<KeyView> keys, List<String> algorithms, MasterKeyView master) {

    static KeysModel of(List<KeyView> keys, MasterKeyView master) {
        return new KeysModel(
                keys, JwsAlgorithm.SIGNING.stream().map(JwsAlgorithm::value).toList(), master);
    }
}
