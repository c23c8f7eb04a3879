/**
 * Lets consumers detect that a producer's database was restored from a backup: events carry an epoch, and the restore
 * raises it.
 */
@NullMarked
package io.zizhi.platform.messaging.restore;

import org.jspecify.annotations.NullMarked;
