/** Insert-only record of who did or saw what; field names, never values. */
@NullMarked
package io.zizhi.platform.privacy.audit;

import org.jspecify.annotations.NullMarked;
