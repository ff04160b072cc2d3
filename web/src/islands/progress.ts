// Asks how far a long work is, and draws the page anew when it stands still.
interface Progress {
  through: number;
  total: number;
  over: boolean;
}

const EVERY = 1000;

export default function progress(place: HTMLElement): void {
  const from = place.dataset["from"];
  const bar = place.querySelector("progress");
  const through = place.querySelector<HTMLElement>("[data-through]");
  if (!from) return;
  const look = async (): Promise<void> => {
    try {
      const answer = await fetch(from, { headers: { accept: "application/json" } });
      if (answer.ok) {
        const now = (await answer.json()) as Progress;
        if (now.over) return location.reload();
        // A bar without a value is one of which nobody knows how far it is.
        if (bar?.hasAttribute("value")) bar.value = now.through;
        if (through) through.textContent = String(now.through);
      }
    } catch {
      // The server may be away for a moment: the next look tells.
    }
    setTimeout(() => void look(), EVERY);
  };
  setTimeout(() => void look(), EVERY);
}
