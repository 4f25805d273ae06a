const ADDRESS = /(https?:\/\/[^\s<>()"]*[^\s<>()".,;:!?]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)/;

/** Text whose web and e-mail addresses can be followed. */
export const LinkedText = ({ text }: { readonly text: string }) => (
  <>
    {text
      .split(ADDRESS)
      .map((part, index) =>
        index % 2 === 0 ? (
          part
        ) : (
          <a href={part.includes('://') ? part : `mailto:${part}`}>{part}</a>
        ),
      )}
  </>
);
