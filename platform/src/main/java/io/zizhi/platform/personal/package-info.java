/** Names, ids and phone numbers of natural persons: they mask themselves wherever they are shown. */
@NullMarked
package io.zizhi.platform.personal;

import org.jspecify.annotations.NullMarked;
