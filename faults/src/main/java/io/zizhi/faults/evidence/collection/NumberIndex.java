package io.zizhi.faults.evidence.collection;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import io.zizhi.faults.evidence.Evidence;
import io.zizhi.faults.suite.outside.GatewayMessage;
import io.zizhi.local.state.Keysets;
import io.zizhi.local.suite.Infrastructure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;

/**
 * Replaces the numbers of the gateway's messages by the blind index of the local inbox. So the audit can compare the
 * numbers of both senders without plain ones. It uses the file with the key, and no code of the service.
 */
final class NumberIndex {

    private static final String COLUMN = "local_inbox.phone";
    private static final int BYTES = 32;

    private final PrfSet key;

    NumberIndex(Infrastructure infrastructure) {
        try {
            PrfConfig.register();
            String keyset = Files.readString(
                    infrastructure.encryptionDirectory(Evidence.NOTIFICATION).resolve(Keysets.BLIND_INDEX));
            key = TinkJsonProtoKeysetFormat.parseKeyset(
                            keyset, RegistryConfiguration.get(), InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), PrfSet.class);
        } catch (IOException | GeneralSecurityException failure) {
            throw new IllegalStateException("The key of blind indexes cannot be read", failure);
        }
    }

    List<GatewayMessage> applyTo(List<GatewayMessage> messages) {
        return messages.stream()
                .map(message -> message.withNumber(of(message.number())))
                .toList();
    }

    private String of(String number) {
        try {
            byte[] input = (COLUMN + "\u0000" + number).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(key.computePrimary(input, BYTES));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("A blind index could not be computed", failure);
        }
    }
}
