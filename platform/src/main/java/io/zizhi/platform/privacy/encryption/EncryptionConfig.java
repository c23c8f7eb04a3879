package io.zizhi.platform.privacy.encryption;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Where the encryption keys of a service are. */
@ConfigMapping(prefix = "zizhi.encryption")
public interface EncryptionConfig {

    /**
     * Folder of the keysets {@code blind-index.json} and, in an installation that had data before accounts had own
     * keys, {@code fields.json} and {@code objects.json}. Readable by this service only. The files are secret. Without
     * them encrypted data is lost.
     */
    Path directory();

    /**
     * File of the master key, a Tink keyset. Default: {@code master.json} in {@code zizhi.encryption.directory}. Earlier
     * versions are in files beside it, such as {@code master-2026.json}. Without the master key all encrypted data is
     * lost. Not used with {@code zizhi.vault.address}.
     */
    Optional<Path> masterKeyFile();

    /**
     * How long a replica uses the key of an account before it asks the database again. A destroyed key stops working on
     * all replicas after this time. Half a minute costs one short query per account and replica.
     */
    @WithDefault("PT30S")
    @DurationMin(millis = 0)
    @DurationMax(minutes = 10)
    Duration keyCacheLife();

    /**
     * Interval at which the service checks for new service keys. Work on keys waits three times as long before it uses
     * a new one. Five seconds cost a tiny query.
     */
    @WithDefault("PT5S")
    @DurationMin(millis = 10)
    @DurationMax(minutes = 1)
    Duration serviceKeyPause();

    /**
     * A replica uses the keys of blind indexes for three times {@code zizhi.encryption.service-key-pause} and this
     * reserve without reading them again, so that a slow query stops no requests. Then requests that need them get 503.
     * A replacement of the key waits for the reserve in each of its waits. Do not change it while one is running.
     */
    @WithDefault("PT2S")
    @DurationMin(millis = 0)
    @DurationMax(minutes = 1)
    Duration indexKeyReserve();
}
