package io.zizhi.platform.operations.keys;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The encryption keys of this service. No key material is shown.
 *
 * @param serviceKeys the service keys, oldest first
 * @param destroyedAccounts accounts whose keys were destroyed
 * @param sharedKeysetsInUse whether values are still encrypted with the keysets that all accounts share; start the job
 *     `SHARED_KEYSETS` after the upgrade
 * @param job the last job
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KeysView(
        List<ServiceKeyView> serviceKeys,
        long destroyedAccounts,
        boolean sharedKeysetsInUse,
        @Nullable KeyJobView job) {}
