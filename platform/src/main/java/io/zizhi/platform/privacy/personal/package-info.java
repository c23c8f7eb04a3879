/** Names, ids and phone numbers of natural persons: they mask themselves wherever they are shown. */
@NullMarked
package io.zizhi.platform.privacy.personal;

import org.jspecify.annotations.NullMarked;
