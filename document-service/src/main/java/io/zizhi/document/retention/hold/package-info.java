/** Sets and lifts legal holds. The erasure of an account with a hold waits until its last hold is lifted. */
@NullMarked
package io.zizhi.document.retention.hold;

import org.jspecify.annotations.NullMarked;
