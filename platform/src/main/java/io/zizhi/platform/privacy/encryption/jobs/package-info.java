/**
 * Work on keys that operators start: replacing the master key, the key of an account or of blind indexes, and
 * encrypting again what the shared keysets encrypted. One job runs at a time. It goes in batches, each with its position in one transaction, so
 * that any replica continues it after a crash.
 *
 * <pre>
 * RUNNING -&gt; FINISHED
 * </pre>
 */
@NullMarked
package io.zizhi.platform.privacy.encryption.jobs;

import org.jspecify.annotations.NullMarked;
