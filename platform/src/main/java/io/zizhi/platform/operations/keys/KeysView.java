package io.zizhi.platform.operations.keys;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The encryption keys of this service. No key material is shown.
 *
 * @param serviceKeys the service keys, oldest first
 * @param indexKeys the keys of blind indexes, oldest first
 * @param damagedAccounts accounts whose keys cannot be decrypted and were set aside, the 100 oldest
 * @param damagedCount how many accounts have such keys
 * @param destroyedAccounts accounts whose keys were destroyed
 * @param sharedKeysetsInUse whether values are still encrypted with the keysets that all accounts share; start the job
 *     `SHARED_KEYSETS` after the upgrade
 * @param job the last job
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KeysView(
        List<ServiceKeyView> serviceKeys,
        List<IndexKeyView> indexKeys,
        List<String> damagedAccounts,
        long damagedCount,
        long destroyedAccounts,
        boolean sharedKeysetsInUse,
        @Nullable KeyJobView job) {}
