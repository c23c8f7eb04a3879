package io.zizhi.platform.operations.keys;

import io.zizhi.platform.database.Row;
import java.time.Instant;

/**
 * A service key, which encrypts the keys of accounts.
 *
 * @param version its version
 * @param masterKeyVersion version of the master key that encrypts it; destroying that version makes this key unusable
 * @param createdAt when it was created
 * @param accounts accounts whose keys it encrypts; 10,000 stands for that or more
 */
public record ServiceKeyView(int version, String masterKeyVersion, Instant createdAt, long accounts) {

    static ServiceKeyView from(Row row) {
        return new ServiceKeyView(
                Math.toIntExact(row.number("version")),
                row.text("master_version"),
                row.instant("created_at"),
                row.number("accounts"));
    }
}
