/** The insert-only audit trail of actions and views. It stores field names, never values. */
@NullMarked
package io.zizhi.platform.privacy.audit;

import org.jspecify.annotations.NullMarked;
