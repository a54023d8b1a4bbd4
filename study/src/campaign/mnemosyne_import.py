"""Imports a package with Mnemosyne, without a window, and says what it holds.

Usage: python3 mnemosyne_import.py PACKAGE.apkg DATA_DIRECTORY
Mnemosyne 2.9 (Debian: apt-get install --no-install-recommends mnemosyne). The data directory must be empty: what is
there is not touched. The package is copied into it, because Mnemosyne unpacks beside the file.
"""

import json
import os
import shutil
import sys

package, folder = sys.argv[1:3]
os.makedirs(folder)
os.environ["HOME"] = folder  # Mnemosyne also writes below the user's home
copy = os.path.join(folder, "package.apkg")
shutil.copy(package, copy)

from mnemosyne.script import Mnemosyne  # noqa: E402 (reads HOME when it is imported)

mnemosyne = Mnemosyne(data_dir=os.path.join(folder, "data"))
widget = mnemosyne.main_widget()
widget.show_information = lambda text: None
for silent in ("set_progress_text", "set_progress_range", "set_progress_update_interval", "increase_progress",
               "set_progress_value", "close_progress"):
    setattr(widget, silent, lambda *arguments: None)
formats = [f for f in mnemosyne.component_manager.all("file_format") if f.__class__.__name__ == "Anki2"]
formats[0].do_import(copy)
database = mnemosyne.database()
cards = [database.card(cursor[0], is_id_internal=True) for cursor in database.cards()]
rendered = [card.question() + card.answer() for card in cards]
print(json.dumps({
    "facts": database.fact_count(),
    "cards": database.card_count(),
    "tags": sorted(tag.name for tag in database.tags()),
    "empty": sum(1 for text in rendered if not text.strip()),
    "clozes": sum(1 for text in rendered if "[...]" in text),
    "pictures": len([name for name in os.listdir(database.media_dir()) if not name.startswith("_")]),
}))
mnemosyne.finalise()
