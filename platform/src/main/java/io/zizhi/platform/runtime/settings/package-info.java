/** Properties of settings that their types do not show. */
@NullMarked
package io.zizhi.platform.runtime.settings;

import org.jspecify.annotations.NullMarked;
