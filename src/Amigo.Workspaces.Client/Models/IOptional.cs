using System.Text.Json.Serialization;

namespace Amigo.Workspaces.Client.Models;

/// <summary>What can be asked of an <see cref="Optional{T}" /> whose type argument is not known.</summary>
internal interface IOptional
{
    JsonConverter CreateConverter();
}
