/**
 * Lets consumers notice that the database of a producer was restored from a backup: events carry an epoch, which the
 * restore raises.
 */
@NullMarked
package io.zizhi.platform.messaging.restore;

import org.jspecify.annotations.NullMarked;
