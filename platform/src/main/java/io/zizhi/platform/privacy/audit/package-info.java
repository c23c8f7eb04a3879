/** Insert-only record of who did or viewed what: field names, never values. */
@NullMarked
package io.zizhi.platform.privacy.audit;

import org.jspecify.annotations.NullMarked;
